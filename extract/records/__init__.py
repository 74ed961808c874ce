"""An analysed document becomes its extraction record."""
