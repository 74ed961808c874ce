"""How the English pipeline is made. Needs ../shared/corpora and the packages of training/requirements.txt."""
