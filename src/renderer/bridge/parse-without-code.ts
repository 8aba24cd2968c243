import * as z from 'zod';

// The page's policy forbids making code from text, which zod would otherwise try. Schemas look at
// this when they are made, so this file comes before every other that makes one.
z.config({ jitless: true });
