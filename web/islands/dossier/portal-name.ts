import { createContext } from 'svelte'

/** How the school calls this program, for whatever leaves the page. */
export const [portalName, setPortalName] = createContext<() => string>()
/** The name of the school itself, for what goes to parents. */
export const [schoolName, setSchoolName] = createContext<() => string>()
