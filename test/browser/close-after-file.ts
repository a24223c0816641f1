import { afterAll } from 'vitest';
import { closeChromium } from './chromium-transport.ts';

afterAll(closeChromium);
