/** The build that serves this page, for what the browser keeps of it; null in development, where assets change under their names. */
export const buildName = (): string | null => (process.env.NODE_ENV === "production" ? (process.env.CANDOR_BUILD_DIR?.split("/").at(-2) ?? null) : null);
