export { type SignerConfig, readSignerConfig } from './config.ts';
export { type RunningSigner, type SignerPorts, startSigner } from './server.ts';
