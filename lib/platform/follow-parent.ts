/**
 * Ends this process when the one that started it over a channel (`npm start`) is gone, however it went: a web
 * server that outlives it would keep the port. Without such a parent it does nothing.
 */
export function followParent(): void {
  if (!process.send) return;
  const stop = () => process.kill(process.pid, "SIGTERM");
  process.once("disconnect", stop);
  if (!process.connected) stop();
}
