/** The shapes of the API that the pages of processes show. */
import type { Schemas } from '$lib/api/types';

export type Sheet = Schemas['Sheet'];
export type Checked = Schemas['Checked'];
export type Process = Schemas['Process'];
export type Step = Schemas['StepTold'];
export type Operation = Schemas['OperationTold'];
export type Level = Schemas['LevelTold'];
export type Line = Schemas['ProcessLine'];
export type Remark = Schemas['Warning'];
export type InBoth = Schemas['InBoth'];
export type Talk = Schemas['ConversationType'];
/** A value as it is written; null takes it away; one that depends on what stands there is made from it. */
export type Written = string | null | ((before: string | undefined) => string);
export type Design = Schemas['Design'];

export type { Finding } from '$lib/toml/finding';
