/** The states of the product: each has a shape and a colour, and is always written beside its word. */
export type Shape = 'on-time' | 'tight' | 'late' | 'unplaced' | 'frozen' | 'none';
