import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';

/** Lets `answers` see each request before all others who listen; what it says to have answered they never see. */
export function listenFirst(
  server: Server,
  answers: (request: IncomingMessage, response: ServerResponse) => boolean,
): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (answers(request, response)) return;
    for (const each of others) each.call(server, request, response);
  });
}
