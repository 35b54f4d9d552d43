const asked = new URLSearchParams(globalThis.location?.search ?? '').get('audience')

/** The session that this window is the audience of; undefined in every other window. */
export const audienceSession = asked !== null && /^[0-9a-z]{1,60}$/.test(asked) ? asked : undefined
