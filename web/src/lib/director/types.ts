/** What the server answers to whoever directs: scenarios, promises, needs, versions of the plan, indicators, cascade. */
import type { components } from '$lib/api/schema';

type Told = components['schemas'];

export type ProcessKnown = Told['ProcessLevers'];
/** The description names another scenario than the one that is answered. */
export type Scenarios = Omit<Told['Scenarios'], 'scenarios'> & { scenarios: { code: string; name: string; changes: number }[] };
export type Lever = Told['LeverAsked'];
export type Column = Told['ColumnTold'];
export type Compared = Told['ScenariosCompared'];
export type Promise_ = Told['Promises'];
export type Funnel = Told['Funnel'];
export type Plans = Told['Plans'];
export type PlanFigures = Told['PlanFigures'];
export type PlansCompared = Told['PlansCompared'];
export type Indicators = Told['Dashboard'];
export type FactObject = Told['FactBehind'];
export type IndicatorFacts = Told['IndicatorFacts'];
export type Objective = Told['CascadeObjective'];
export type CascadeLines = Told['Cascade'];
