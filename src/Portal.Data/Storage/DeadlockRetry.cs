using System.Data.Common;

namespace Portal.Data.Storage;

/// <summary>
/// Repeats a transaction that PostgreSQL chose as the victim of a deadlock. Those that change passes take their rows in
/// one order; a device's own writes meet the marks of arrival and the push worker in any.
/// </summary>
public static class DeadlockRetry
{
    private const int Attempts = 4;

    /// <summary>Runs it, and again while it was chosen, four times at most.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> transaction)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transaction();
            }
            catch (Exception error) when (attempt < Attempts && IsDeadlock(error))
            {
                // The other one has gone on: there is nothing to wait for.
            }
        }
    }

    private static bool IsDeadlock(Exception? error) =>
        error is DbException { SqlState: "40P01" or "40001" } || (error?.InnerException is { } inner && IsDeadlock(inner));
}
