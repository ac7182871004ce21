/** The shapes of the API that the page of the workshop shows. */
import type { Schemas } from '$lib/api/types';

export type Sheet = Schemas['Sheet'];
export type Workshop = Schemas['Workshop'];
export type Kind = Workshop['kinds'][number];
export type Person = Schemas['ResourceTold'];
export type DayThatDiffers = Schemas['ExceptionTold'];
export type Hours = Schemas['HoursTold'];
