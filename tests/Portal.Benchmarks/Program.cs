using Portal.Benchmarks;
using Portal.Benchmarks.Processes;

return Child.IsAskedFor(args) ? await Child.RunAsync(args) : await RatioRun.RunAsync(args);
