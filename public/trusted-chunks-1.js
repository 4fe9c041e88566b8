// Scripts may come from the application's own build only. The bundler asks for its later
// chunks by plain address, which the newsroom's policy (trusted types) refuses unless this says yes.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      const url = new URL(address, window.location.origin);
      const isOwnChunk = url.origin === window.location.origin && url.pathname.startsWith('/_next/static/');
      return isOwnChunk ? url.href : null;
    },
  });
}
