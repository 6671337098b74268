import { ProcedureRegistry } from '#libs/procedure';
import { complaint } from './complaint/index.js';

/** Every procedure version the product knows. */
export const procedures = new ProcedureRegistry([complaint]);
