/**
 * Raised when an old page can no longer talk to a new server. A client sends it in the socket handshake;
 * a mismatch is answered with `client_outdated`, and the page reloads at a quiet moment.
 */
export const CONTRACT_VERSION = 3;
