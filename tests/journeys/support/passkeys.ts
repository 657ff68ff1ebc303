import type { Page } from '@playwright/test'

/** A phone with a fingerprint reader of its own, which always recognises its owner. */
export async function giveAuthenticator(page: Page, { hasPrf }: Readonly<{ hasPrf: boolean }>): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasPrf },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}
