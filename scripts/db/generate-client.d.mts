export function generatePrismaClient(root: string): void;
export function isPrismaClientCurrent(root: string): boolean;
