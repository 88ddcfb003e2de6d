import type {Inventory} from '../inventory';
import type {Engines} from './engines';

/** The versions that the commands and queries are for; what is not said is the newest, or all supported. */
export type Target = {
  readonly kubectl?: string;
  readonly prometheus?: string;
  readonly bash?: string;
};

/** What the rules know beside the file at hand; the other pages come `later`. */
export type Workspace = {
  /** Undefined where the project has none: rules about the world are then silent. */
  readonly inventory: Inventory | undefined;
  readonly target: Target;
  /** An ISO date such as `2026-01-31`; undefined if nobody says which day it is. */
  readonly today: string | undefined;
  /** Whether a path exists, relative as the paths of the files are; undefined if nobody can tell. */
  readonly exists: ((path: string) => boolean) | undefined;
  /** Rules about a language whose engine is missing are silent. */
  readonly engines: Engines;
};
