using Portal.Benchmarks;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Processes;
using Portal.Benchmarks.Remembering;

return args switch
{
    _ when Child.IsAskedFor(args) => await Child.RunAsync(args),
    ["load", ..] => await LoadRun.RunAsync(args[1..]),
    ["memory", ..] => await MemoryRun.RunAsync(args[1..]),
    _ => await RatioRun.RunAsync(args),
};
