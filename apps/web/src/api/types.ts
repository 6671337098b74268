import type { components } from './schema.js';

type Schemas = components['schemas'];
/** One schema of the API by name: `Dto<'Petition'>` is `PetitionDto`. */
export type Dto<Name extends string> = `${Name}Dto` extends keyof Schemas ? Schemas[`${Name}Dto`] : never;
