/** What the server answers to whoever directs: scenarios, promises, needs, versions of the plan, indicators, cascade. */
import type { Schemas } from '$lib/api/types';

export type ProcessKnown = Schemas['ProcessLevers'];
export type Scenarios = Schemas['Scenarios'];
export type Lever = Schemas['LeverAsked'];
export type Column = Schemas['ColumnTold'];
export type Compared = Schemas['ScenariosCompared'];
export type Promise_ = Schemas['Promises'];
export type Funnel = Schemas['Funnel'];
export type Plans = Schemas['Plans'];
export type PlanFigures = Schemas['PlanFigures'];
export type PlansCompared = Schemas['PlansCompared'];
export type Indicators = Schemas['Dashboard'];
export type FactObject = Schemas['FactBehind'];
export type IndicatorFacts = Schemas['IndicatorFacts'];
export type Objective = Schemas['CascadeObjective'];
export type CascadeLines = Schemas['Cascade'];
