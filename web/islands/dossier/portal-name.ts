import { createContext } from 'svelte'

/** How the school calls this program, for whatever leaves the page. */
export const [portalName, setPortalName] = createContext<() => string>()
