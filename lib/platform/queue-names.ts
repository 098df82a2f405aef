/** NOTIFY channel on which a change tells every web server which cache tags it made stale. */
export const CACHE_CHANNEL = "touchmark_cache";

/** Jobs of the same named queue run one after another, across all workers. */
export const QUEUES = { mail: "mail", stripe: "stripe", pictures: "pictures" } as const;
export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** A worker writes its heartbeat this often; older than the second number, it counts as gone. */
export const HEARTBEAT_EVERY_MS = 2_000;
export const HEARTBEAT_STALE_MS = 12_000;
