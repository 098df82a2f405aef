/** To look at and print; the name, of plain letters, digits, dots and hyphens, is for who keeps it. */
export function pdfAnswer({ name, body }: { name: string; body: Buffer }): Response {
  return new Response(Uint8Array.from(body), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
}

export function textAnswer(status: number, message = "Not found"): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
