import { customType } from 'drizzle-orm/pg-core'

/** An age file. Nothing else is ever stored as bytea (checked by the plain-text inventory test). */
export const ageFile = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // PGlite returns Uint8Array, postgres.js a Buffer over a shared pool: copy, so that both behave alike.
  fromDriver: (value) => new Uint8Array(value),
  toDriver: (value) => value,
})
