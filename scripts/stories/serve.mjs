// npm run storybook:serve: shows the built Storybook.
import { existsSync } from 'node:fs';
import { serve } from '../../test/testing/http.mjs';
import { built } from './files.mjs';

if (!existsSync(built)) throw new Error('storybook-static is not built: npm run storybook:build');
const { url } = await serve({ folder: built, csp: '', port: Number(process.env.PORT ?? 6007) });
console.log(`Storybook: ${url}`);
