module user { requires dev.brood.runtime; }
