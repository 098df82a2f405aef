/** NOTIFY channel on which a change tells every web server which cache tags it made stale. */
export const CACHE_CHANNEL = "touchmark_cache";

/** Jobs of the same named queue run one after another, across all workers. */
export const QUEUES = { mail: "mail", stripe: "stripe" } as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** A worker writes its heartbeat this often; older than the second number counts as down. */
export const HEARTBEAT_EVERY_MS = 5_000;
export const HEARTBEAT_STALE_MS = 20_000;
