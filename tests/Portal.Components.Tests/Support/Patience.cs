using System.Runtime.CompilerServices;
using Bunit;

namespace Portal.Components.Tests.Support;

/// <summary>Waits block threads, and renderers need some too: on a machine of few cores they would wait for each other.</summary>
internal static class Patience
{
    private const int Threads = 32;

    [ModuleInitializer]
    internal static void Raise()
    {
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(Threads, ports);
        BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(60);
    }
}
