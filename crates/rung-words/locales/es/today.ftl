

# In the history. $name: the sample technician.
today-history-sample-loaded = Se cargó la muestra { $name }
