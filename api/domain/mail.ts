/** What is mailed to staff. None says who wrote, to whom or about what. */
export const mailKinds = ['invitation', 'news', 'urgent', 'reminder', 'task'] as const
export type MailKind = (typeof mailKinds)[number]
