/** TLS trust that will not come by waiting, and ports that speak something else than HTTP. */
const PERMANENT =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$|HPE_INVALID_(?:CONSTANT|VERSION)$|ERR_INVALID_|ERR_BAD_OPTION|ERR_UNESCAPED)/;

/** Whether a network failure stays however often the request is sent. */
export function isPermanentFailure(code: string): boolean {
  return PERMANENT.test(code);
}
