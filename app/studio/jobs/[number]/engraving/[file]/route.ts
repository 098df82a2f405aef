import { type BenchFormat, getBenchFile } from "@/lib/features/workshop/bench-file";
import { checkStaff } from "@/lib/platform/auth";
import { gated } from "@/lib/platform/gate";

type Context = { params: Promise<{ number: string; file: string }> };

/** …/TM-1042-2/engraving/inside.svg (or .dxf): what is cut into that place of that piece, in true millimetres. */
export const GET = gated("artisan", async (_request: Request, { params }: Context): Promise<Response> => {
  const staff = await checkStaff();
  if (!staff.ok) return answer(401, staff.message);
  const { number, file } = await params;
  const asked = readName(file);
  if (!asked || !/^[A-Za-z0-9-]+$/.test(number)) return answer(404);
  const found = await getBenchFile({ number, ...asked });
  if (!found.ok) return found.code === "NOT_FOUND" ? answer(404) : answer(409, found.message);
  const { name, contentType, body } = found.value;
  return new Response(body, {
    headers: {
      "content-type": contentType,
      // The name is made of plain letters, digits and hyphens.
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});

function readName(file: string): { zone: string; format: BenchFormat } | null {
  const [, zone, format] = /^([a-z0-9-]+)\.(svg|dxf)$/.exec(file) ?? [];
  return zone && (format === "svg" || format === "dxf") ? { zone, format } : null;
}

function answer(status: number, message = "Not found"): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
