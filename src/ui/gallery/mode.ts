/** Standard or 长辈版. */
export type Mode = 'standard' | 'elder'
