// recorder
