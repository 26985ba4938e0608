

# In the history. $name: the sample technician.
today-history-sample-loaded = Loaded the sample { $name }
