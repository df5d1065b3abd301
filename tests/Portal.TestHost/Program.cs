using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Portal.Hosting;
using Portal.TestHost;

// The portal as it is, in a process of its own that a test may order saves from, and may kill.
KillSwitch.Arm();
return await PortalRun.RunAsync(args, builder => builder.Services
    .AddSingleton<IStartupFilter, SaveOrders>().AddSingleton<IStartupFilter, ListOrders>().AddSingleton<IStartupFilter, WorkspaceOrders>());
