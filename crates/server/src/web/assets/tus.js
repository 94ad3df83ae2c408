// tus
