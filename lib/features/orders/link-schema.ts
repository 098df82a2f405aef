import { z } from "zod";

export const orderIdSchema = z.strictObject({ orderId: z.string().min(1).max(40) });
