

# In the history. $what: what was done before.
account-history-undid = Deshecho: { $what }
