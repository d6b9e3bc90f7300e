/** The second door of the catalogue: what scripts in the browser may use of a form. No database, no Node. */
export { askedOf, rowsOf } from './form/asked.ts'
export { withComputed } from './form/compute.ts'
export { bareNumeral } from './form/numeral.ts'
export { PARTS } from './form/value.ts'
