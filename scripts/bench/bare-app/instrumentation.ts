// Without one of its own, Turbopack takes the shop's, which wants a database.
export function register(): void {}
