// Runs at CloudFront's edge before anything is looked up. Put before this text is a line
//   const viewers = null;                                    when signed cookies alone decide who may look, or
//   const viewers = { v4: [[24, 51968, 28928]], v6: [...] }; the networks that may: bits of the prefix, then 16 bits each.

function handler(event) {
  const request = event.request;
  if (viewers !== null && !isAllowed(event.viewer.ip)) {
    return answer(403, 'Forbidden');
  }

  // The certificate of cloudfront.net goes with TLS 1.0, whatever a distribution says.
  const tls = request.headers['cloudfront-viewer-tls'];
  if (tls && /^(SSL|TLSv1(\.[01])?:)/.test(tls.value)) {
    return answer(403, 'Forbidden');
  }

  const uri = request.uri;
  if (uri.endsWith('/')) {
    request.uri = uri + 'index.html';
  } else if (/^(\/[A-Za-z0-9_-]+)+$/.test(uri)) {
    // A folder: its page links from there, so the browser must be told of the slash.
    const moved = answer(301, 'Moved Permanently');
    moved.headers.location = { value: uri + '/' };
    return moved;
  }

  return request;
}

function answer(status, description) {
  return { statusCode: status, statusDescription: description, headers: { 'cache-control': { value: 'no-store' } } };
}

function isAllowed(ip) {
  const address = parse(ip);
  const networks = address === null ? [] : address.length === 2 ? viewers.v4 : viewers.v6;
  return networks.some((network) => contains(network, address));
}

function contains(network, address) {
  let bits = network[0];
  for (let i = 1; i < network.length; i++) {
    if ((network[i] ^ address[i - 1]) >> Math.max(0, 16 - bits)) {
      return false;
    }

    bits -= 16;
  }

  return true;
}

// An address in groups of 16 bits: two, or eight; null for what is none.
function parse(ip) {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(ip)) {
    const bytes = ip.split('.').map(Number);
    return bytes.some((byte) => byte > 255) ? null : [(bytes[0] << 8) | bytes[1], (bytes[2] << 8) | bytes[3]];
  }

  const halves = String(ip).split('::');
  const first = groups(halves[0]);
  const last = halves.length === 2 ? groups(halves[1]) : [];
  if (first === null || last === null || halves.length > 2) {
    return null;
  }

  const missing = 8 - first.length - last.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) {
    return null;
  }

  return first.concat(new Array(missing).fill(0), last);
}

function groups(text) {
  if (text === '') {
    return [];
  }

  const parts = text.split(':');
  return parts.every((part) => /^[0-9A-Fa-f]{1,4}$/.test(part)) ? parts.map((part) => parseInt(part, 16)) : null;
}
