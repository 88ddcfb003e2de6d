import {connect} from 'node:net';

/** In milliseconds: how long a server may take to answer, and to take leave. */
const PATIENCE = 1000;

/** True if something answers on a port of this machine. */
export function answersOnPort(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({host: '127.0.0.1', port, timeout: PATIENCE});
    const fail = () => {
      socket.destroy();
      resolve(false);
    };
    socket.once('connect', () => {
      // Cutting off a server that greets its callers makes some of them fall over.
      socket.resume().end().unref();
      // A connection from an ephemeral port to itself succeeds although nobody listens.
      resolve(socket.localPort !== port);
    });
    socket.once('timeout', fail);
    socket.on('error', fail);
  });
}
