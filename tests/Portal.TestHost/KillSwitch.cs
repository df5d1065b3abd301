using System.Diagnostics;
using System.Globalization;
using Portal.Hosting;

namespace Portal.TestHost;

/// <summary>
/// Ends this process with SIGKILL when it reaches the kill point that <c>PORTAL_TEST_KILL_AT</c> names, as in
/// <c>push.sent</c>, or <c>push.sent:3</c> for the third time.
/// </summary>
internal sealed class KillSwitch(string point, int times) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int _left = times;

    public static void Arm()
    {
        var parts = Environment.GetEnvironmentVariable("PORTAL_TEST_KILL_AT")?.Split(':') ?? [];
        if (parts.Length == 0)
            return;
        var times = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
        DiagnosticListener.AllListeners.Subscribe(new KillSwitch(parts[0], times));
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, KillPoints.Listener, StringComparison.Ordinal))
            value.Subscribe(this, name => string.Equals(name, point, StringComparison.Ordinal));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (!string.Equals(value.Key, point, StringComparison.Ordinal) || Interlocked.Decrement(ref _left) != 0)
            return;
        // SIGKILL: no finally, no shutdown, no flush runs after this line.
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
