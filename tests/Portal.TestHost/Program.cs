using Portal.Hosting;
using Portal.TestHost;

// The portal as it is, in a process of its own that a test may kill.
KillSwitch.Arm();
return await PortalRun.RunAsync(args, SaveAtStart.AddTo);
