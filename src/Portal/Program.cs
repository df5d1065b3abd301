return await Portal.Hosting.PortalRun.RunAsync(args);
