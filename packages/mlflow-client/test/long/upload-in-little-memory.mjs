// Child of upload-memory.test.ts: uploads and downloads one file under a small heap; prints its peak memory in MB.
import { ArtifactStore } from '../../dist/artifacts/store.js';
import { createTransport } from '../../dist/http/transport.js';
import { resolveOptions } from '../../dist/options.js';

const [location, file, to] = process.argv.slice(2);
const trackingUri = process.env.XGFLOW_TEST_MLFLOW_URI;
const transport = createTransport(resolveOptions({ trackingUri }, {}, '/nonexistent'));
const store = new ArtifactStore(transport);
await store.uploadFile(location, file, 'big.bin');
await store.download(location, 'big.bin', to);
transport.close();
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
