import {connect} from 'node:net';

/** True if something answers on a port of this machine. */
export function answersOnPort(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({host: '127.0.0.1', port, timeout: 1000});
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    // A connection from an ephemeral port to itself succeeds although nobody listens.
    socket.once('connect', () => settle(socket.localPort !== port));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
