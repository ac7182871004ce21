# execution
